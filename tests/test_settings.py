from reportedly.settings import Settings, settings


def test_an_empty_environment_leaves_the_defaults() -> None:
    assert settings({}) == settings({"REPORTEDLY_PROJECT": "", "CI": ""}) == Settings("reportedly.db", unattended=False)


def test_the_environment_names_the_project_and_says_that_nobody_looks_on() -> None:
    assert settings({"REPORTEDLY_PROJECT": "gulls.db", "CI": "true"}) == Settings("gulls.db", unattended=True)
