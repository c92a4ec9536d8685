"""Where the weights of `reportedly.encoder` come from: trained on the corpora, exported to ONNX.

The story in order: `corpora` reads answers into `examples`; `batches` makes arrays with labels; `network` is the model
(torch); `train` fits it; `export` writes ONNX; `measure` gives figures.
"""
