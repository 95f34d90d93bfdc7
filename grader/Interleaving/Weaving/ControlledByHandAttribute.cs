namespace Interleaving.Weaving;

/// <summary>Says that an assembly calls the models and hooks itself and is not to be woven: the engine's own tests and benchmarks.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ControlledByHandAttribute : Attribute;
