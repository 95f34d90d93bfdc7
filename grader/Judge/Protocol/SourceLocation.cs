namespace Judge.Protocol;

/// <summary>A line of a source file, from 1.</summary>
internal sealed record SourceLocation(string File, int Line);
