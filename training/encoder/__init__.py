"""One small transformer encoder with a head for each reading task, trained on the corpora, exported to ONNX.

The story in order: `corpora` reads answers into `examples`; `words` and `wordpiece` cut text into words and pieces;
`windows` cuts reports into overlapping windows; `batches` makes arrays; `network` is the model (torch); `train` fits
it; `export` writes ONNX; `reader` runs it with onnxruntime alone; `decode` turns scores into spans; `measure` gives
figures.
"""
