using System.Runtime.CompilerServices;

namespace Interleaving.Platform;

/// <summary>
/// What is known of types, found out when it is first asked for, from any thread. It is forgotten with the type: a judge goes from one
/// submission to the next, and what it keeps of one would keep all of its code in memory.
/// </summary>
/// <param name="find">Finds it out; may be called more than once for a type.</param>
internal sealed class KnownTypes<T>(Func<Type, T> find)
{
    private readonly ConditionalWeakTable<Type, StrongBox<T>> known = [];
    private readonly Func<Type, StrongBox<T>> create = type => new StrongBox<T>(find(type));

    public T Of(Type type) => known.GetOrAdd(type, create).Value!;
}
