using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleaving.Models;

/// <summary>
/// What the table of models has for a method without parameters, called on an object whose type is known only when it is
/// called: through an interface, or on a value of a type parameter.
/// </summary>
/// <typeparam name="TCall">Takes the object; returns what the method does.</typeparam>
internal static class InterfaceCalls<TCall>
    where TCall : Delegate
{
    private static readonly ConcurrentDictionary<(Type, string), TCall?> Known = new();

    /// <summary>Null when the type has no model of the method: then it is called as it is.</summary>
    public static TCall? Find(Type type, string method) =>
        Known.GetOrAdd((type, method), static key => Search(key.Item1, key.Item2));

    private static TCall? Search(Type type, string method)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            var open = declaring.IsConstructedGenericType ? declaring.GetGenericTypeDefinition() : declaring;
            if (RedirectTable.Instance.Find(Signatures.Name(open)) is not { } model)
                continue;
            if (model.Members.GetValueOrDefault(Signatures.Of(method, 0, [model.Self])) is { } found)
                return Call(found.IsGenericMethodDefinition ? found.MakeGenericMethod(declaring.GetGenericArguments()) : found, declaring);
        }

        return null;
    }

    private static TCall Call(MethodInfo model, Type instance) => (TCall)typeof(InterfaceCalls<TCall>)
        .GetMethod(instance.IsValueType ? nameof(OnStruct) : nameof(OnObject), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(instance, model.ReturnType == typeof(void) ? typeof(object) : model.ReturnType)
        .Invoke(null, [model])!;

    private static Delegate OnObject<T, TResult>(MethodInfo model)
        where T : class
    {
        if (model.ReturnType == typeof(void))
        {
            var act = model.CreateDelegate<Action<T>>();
            return new Action<object>(self => act((T)self));
        }

        var function = model.CreateDelegate<Func<T, TResult>>();
        return new Func<object, TResult>(self => function((T)self));
    }

    private static Delegate OnStruct<T, TResult>(MethodInfo model)
        where T : struct
    {
        if (model.ReturnType == typeof(void))
        {
            var act = model.CreateDelegate<StructAction<T>>();
            return new Action<object>(self => act(ref Unsafe.Unbox<T>(self)));
        }

        var function = model.CreateDelegate<StructFunction<T, TResult>>();
        return new Func<object, TResult>(self => function(ref Unsafe.Unbox<T>(self)));
    }

    private delegate void StructAction<T>(ref T self);

    private delegate TResult StructFunction<T, out TResult>(ref T self);
}
