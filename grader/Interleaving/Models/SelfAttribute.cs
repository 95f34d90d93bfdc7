using System.Reflection;

namespace Interleaving.Models;

/// <summary>
/// On the first type parameter of a model's method: it stands for the type of the instance, whichever of the types it is that
/// the class models, with its arguments.
/// </summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
internal sealed class SelfAttribute : Attribute
{
    public static bool IsOn(MethodInfo method) =>
        method.IsGenericMethodDefinition && method.GetGenericArguments()[0].IsDefined(typeof(SelfAttribute));
}
