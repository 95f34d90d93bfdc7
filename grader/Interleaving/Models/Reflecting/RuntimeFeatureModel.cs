using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Reflecting;

/// <summary>
/// Code that is made at run time is not woven. Whoever asks first (containers, serialisers) does without it under control: the
/// locks in such code would not be those that woven code takes.
/// </summary>
[Models(typeof(RuntimeFeature), Passes = ["*"])]
internal static class RuntimeFeatureModel
{
    public static bool get_IsDynamicCodeCompiled() => Operation.Current is null && RuntimeFeature.IsDynamicCodeCompiled;

    public static bool get_IsDynamicCodeSupported() => Operation.Current is null && RuntimeFeature.IsDynamicCodeSupported;
}
