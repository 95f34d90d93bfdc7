namespace Corpus;

/// <summary>A program of one of the suites that benchmarks run.</summary>
/// <param name="name">What it is called there.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
