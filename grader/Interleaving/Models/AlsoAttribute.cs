namespace Interleaving.Models;

/// <summary>Says that a method of a model stands for a member of another name too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AlsoAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
