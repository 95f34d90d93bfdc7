namespace Interleaving.Models;

/// <summary>
/// Says that a method of a model does something before the member of its name, in all its overloads; then the platform's own
/// is called as it is. For members of structs: the method takes the instance by reference (see <see cref="SelfAttribute"/>),
/// and as many of the arguments as it wants, from the first on. Its further type parameters are the member's.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BeforeAttribute : Attribute;

/// <summary>The same after it: the method takes what the member returned, of any type, and returns what goes back to the program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AfterAttribute : Attribute;
