namespace Corpus;

/// <summary>A program that some schedule breaks; it stands below its correct twin.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrokenAttribute(FailureKind kind) : Attribute
{
    /// <summary>As what it is to be reported.</summary>
    public FailureKind Kind { get; } = kind;
}
