namespace Interleaving.Models;

/// <summary>
/// Says that a static class stands in for a type of the platform. Woven code that calls a member of the type calls the
/// method of the same shape here instead: an instance member takes the instance first (by reference for a struct), a
/// constructor is called <c>New</c> and returns the instance, type parameters come before method parameters, and
/// accessors keep their metadata names. A member without a counterpart is refused by name before anything runs, unless
/// <see cref="Passes"/> lists it as harmless. Where several types or overloads want the same, <see cref="SelfAttribute"/> and
/// <see cref="OverloadsAttribute"/> save the copies; <see cref="BeforeAttribute"/> and <see cref="AfterAttribute"/> keep the
/// platform's own call.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class ModelsAttribute : Attribute
{
    public ModelsAttribute(Type type)
    {
        Type = type;
        Name = Signatures.Name(type);
    }

    /// <summary>For a static class of an assembly that the engine does not refer to.</summary>
    public ModelsAttribute(string name)
    {
        Type = typeof(void);
        Name = name;
    }

    public Type Type { get; }

    /// <summary>The full name of the type, without arguments.</summary>
    public string Name { get; }

    /// <summary>Members that woven code may call as they are, by metadata name; "*" for all that are not modelled.</summary>
    public string[] Passes { get; init; } = [];
}
