namespace Grader.Records;

/// <summary>Something to tell the student about a place of their code.</summary>
/// <param name="File">The file's name, without a folder.</param>
/// <param name="Line">From 1; 0 when it is about the whole file.</param>
/// <param name="Message">What is wrong, and the mend.</param>
internal sealed record Finding(string File, int Line, string Message)
{
    /// <summary>Whether it is that nothing was handed in.</summary>
    public bool Missing { get; init; }

    /// <summary>Whether it is that this file of a folder was not handed in.</summary>
    public bool NotThere { get; init; }

    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
