"""Names of many reports joined to entities: the functions of this part of the stage, in the order of their use.

In: names as reports give them, the user's knowledge base, what is told around the names. Out: blocking keys, a `Match`
of two names, clusters of many. One candidate or none: a name that fits two stays open. Pure.
"""

from reportedly.link.entities_clusters import Cluster, clusters
from reportedly.link.entities_compare import compare_entities
from reportedly.link.entities_context import Context
from reportedly.link.entities_keys import name_keys
from reportedly.link.entities_scores import Match

__all__ = ["Cluster", "Context", "Match", "clusters", "compare_entities", "name_keys"]
