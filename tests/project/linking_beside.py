"""Links a project in a process of its own: `python -m tests.project.linking_beside LOCATION`.

Few reports go into one transaction, so that there are many moments to be killed at; a line tells of each transaction.
"""

import sys

from reportedly.project import casebook, open_project


def main() -> None:
    """Link, telling how many are linked."""
    casebook.LINKED_AT_ONCE = 4
    project = open_project(sys.argv[1])
    project.casebook.link(lambda count: print(count, flush=True))
    project.close()


if __name__ == "__main__":
    main()
