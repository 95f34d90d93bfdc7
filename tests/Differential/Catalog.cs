using System.Reflection;

namespace Differential;

/// <summary>All programs of this assembly. Asked of the plain assembly they run natively, asked of its woven twin under control.</summary>
public static class Catalog
{
    /// <summary>Each program by name; it tells what came out of it in the end.</summary>
    public static IEnumerable<KeyValuePair<string, Func<Action<string>, Task>>> All() =>
        from type in typeof(Catalog).Assembly.GetExportedTypes()
        where type is { IsAbstract: true, IsSealed: true } && type != typeof(Catalog)
        orderby type.Name
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        from program in Of(method)
        select KeyValuePair.Create($"{type.Name}.{program.Name}", Recorded(program.Body));

    /// <summary>The types whose programs are about their end.</summary>
    public static IReadOnlyList<Type> Disposed => Disposing.Types;

    private static IEnumerable<Case> Of(MethodInfo method)
    {
        if (method.ReturnType == typeof(IEnumerable<Case>))
            return ((IEnumerable<Case>)method.Invoke(null, null)!).Select(one => one with { Name = $"{method.Name}: {one.Name}" });
        if (method.ReturnType == typeof(Task))
            return [new Case(method.Name, method.CreateDelegate<Func<Log, Task>>())];
        var body = method.CreateDelegate<Action<Log>>();
        return [new Case(method.Name, log =>
        {
            body(log);
            return Task.CompletedTask;
        })];
    }

    private static Func<Action<string>, Task> Recorded(Func<Log, Task> body) => async tell =>
    {
        var log = new Log();
        try
        {
            await body(log);
        }
        catch (Exception e)
        {
            log.Add(e);
        }

        tell(log.ToString());
    };
}
