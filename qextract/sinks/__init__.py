"""Where records go: standard output, one file, or a folder with one file a document."""

from __future__ import annotations

from qextract.sinks.json_lines import FileSink, FolderSink, Sink, StreamSink, open_sink

__all__ = ["FileSink", "FolderSink", "Sink", "StreamSink", "open_sink"]
