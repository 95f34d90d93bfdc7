namespace Grader.Policies;

/// <summary>What a rule says of a name, the mildest first.</summary>
internal enum RuleKind
{
    /// <summary>Anybody may use it.</summary>
    Allowed,

    /// <summary>Code that the compiler adds may use or declare it, and nobody else.</summary>
    Compiler,

    /// <summary>Nobody may.</summary>
    Refused,
}
