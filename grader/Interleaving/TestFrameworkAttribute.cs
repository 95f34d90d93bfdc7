namespace Interleaving;

/// <summary>Names the <see cref="TestFramework"/> that an assembly brings.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestFrameworkAttribute(Type framework) : Attribute
{
    public Type Framework { get; } = framework;
}
