namespace Grader.Judging.Sandboxes;

/// <summary>How judges are started in one kind of sandbox.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Command">What stands in front of the judge's own command.</param>
/// <param name="Ruleset">What the thread that starts a judge gives up before, and the judge inherits.</param>
internal sealed record Sandbox(SandboxKind Kind, IReadOnlyList<string> Command, LandlockRuleset? Ruleset)
{
    public static Sandbox None { get; } = new(SandboxKind.None, [], null);

    /// <summary>Whether the judge keeps to its list of system calls as well.</summary>
    public bool Boxed => Kind != SandboxKind.None;

    /// <exception cref="SandboxMissingException">This machine does not have what it needs.</exception>
    public static Sandbox Of(SandboxKind kind) => Of(kind, []);

    /// <param name="kind">Which kind.</param>
    /// <param name="folders">What a judge may read besides its own files.</param>
    /// <exception cref="SandboxMissingException">This machine does not have what it needs.</exception>
    public static Sandbox Of(SandboxKind kind, IReadOnlyList<string> folders) => kind switch
    {
        SandboxKind.Bubblewrap => new Sandbox(kind, Bubblewrap.Command(JudgeFiles.Find().With(folders)), null),
        SandboxKind.Landlock => new Sandbox(kind, [], LandlockRuleset.Create(JudgeFiles.Find().With(folders))),
        SandboxKind.None => None,
    };
}
