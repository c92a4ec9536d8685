"""What reports have to do with each other: copies, versions, citations.

In: reports. Out: judgements on pairs of them, each with its reason. Pure functions; nothing is read or written here.

- `fingerprints`: which of many reports may share wording with a new one;
- `copies`: whether one is a copy of another, derived from it, shares quotations only, or stands by itself;
- `versions`: whether two are versions of one report;
- `credits`: whom a report credits for what it tells;
- `citations`: which publishers of a project it cites, place by place.
"""
