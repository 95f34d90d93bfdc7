namespace Interleaving.Weaving;

/// <summary>What woven generic code asks about its type arguments; the just-in-time compiler knows the answer.</summary>
internal static class Kind
{
    public static bool IsReference<T>() => !typeof(T).IsValueType;
}
