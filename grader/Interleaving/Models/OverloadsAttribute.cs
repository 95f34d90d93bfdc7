namespace Interleaving.Models;

/// <summary>
/// Says that a generic method of a model stands for one overload per listed type: woven code that calls an overload calls
/// the method closed over its type. The method stands for a generic overload of the platform as well, if there is one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OverloadsAttribute(params Type[] types) : Attribute
{
    public Type[] Types { get; } = types;
}
