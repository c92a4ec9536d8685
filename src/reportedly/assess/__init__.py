"""What the accounts of an event or a tie amount to: origins, accounts side by side, contradictions, denials, grades.

In: the `Evidence` of one event or tie. Out: values with a reason in words each. Pure functions of the evidence; nothing
here says that a claim is true.
"""
