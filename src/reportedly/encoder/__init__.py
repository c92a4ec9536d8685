"""One small transformer encoder with a head for each reading task, as it is run: numpy and onnxruntime, no torch.

The story in order: `words` and `wordpiece` cut text into words and pieces; `windows` cuts reports into overlapping
windows; `arrays` makes numbers of them; `reader` loads the weights and runs them; `decode` turns scores into spans.
`heads` names the tasks, `labels` the rows of labels that are allowed. `training/encoder` is where weights come from.
"""
