"""A made-up wire story and what outlets make of it, for the tests of copies and credits."""

from reportedly.model import Report

STORY = """HOLM, 3 June (RWA) - Fishermen pulled a burning ferry clear of the harbour wall Tuesday, officials said.

The Lady Anselm had left the northern quay with 140 passengers when smoke filled its engine room.

Crews from four trawlers threw lines to the deck and towed the vessel to a sandbank east of the lighthouse.

"I have never seen people work so fast in my life, and I have been at sea for forty years," said Odile Marsh, the mate.

Nobody was killed. Eleven passengers were treated for burns at the cottage hospital in Teshik.

The harbour authority has closed the northern quay until Friday while divers look for a broken fuel line.
"""

EDITED = """Fishermen pulled a burning ferry away from the harbour wall on Tuesday, officials said.

The Lady Anselm had left the quay with 140 passengers aboard when smoke filled the engine room.

Crews from four trawlers threw lines to the deck and towed it to a sandbank east of the lighthouse.

Nobody was killed, but eleven passengers were treated for burns at the cottage hospital in Teshik.
"""

DERIVED = """Shipping in the north of the Reach was held up for a second day on Wednesday.

Grain carriers bound for Norvane lay at anchor off the cape, and two turned back, the shipping agents Holt and Daughters
said in a note to customers. Freight rates rose by a tenth.

Crews from four trawlers threw lines to the deck of a burning ferry on Tuesday and towed it to a sandbank east of the
lighthouse. Eleven passengers were treated for burns at the cottage hospital in Teshik. The harbour authority has closed
the northern quay until Friday while divers look for a broken fuel line.

The insurers' club had warned of old fuel lines in the spring. Its report counted thirty vessels without an inspection.

Opposition members of the council want the minister to answer for the delay next week. He declined to comment.
"""

QUOTING = """A ferry's mate praised the trawlermen of Holm Brine after a rescue that has made them famous.

"I have never seen people work so fast in my life, and I have been at sea for forty years," said Odile Marsh.

The council means to give the four boats a medal, and a brewer has promised them free beer for the summer.

Songs about the night are being sung in the taverns along the strait already.
"""

OTHER = """Trawler owners and the ministry met in Teshik to talk about next year's herring quota.

Neither side would say what was offered. A second round is planned before the autumn.

The ministry wants smaller nets, and the owners want subsidies for new engines.
"""


def story(publisher: str = "Reach Wire Agency", published: str | None = "2025-06-03") -> Report:
    return Report(STORY, "story.txt", publisher=publisher, published=published)


def told(text: str, publisher: str | None = None, published: str | None = None, url: str | None = None) -> Report:
    return Report(text, "told.txt", publisher=publisher, published=published, url=url)
