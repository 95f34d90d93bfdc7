using System.Reflection;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Models.Tasks;

/// <summary>Where a task comes from that is not under control, for whoever is to put something else in its place.</summary>
internal static class TaskOrigin
{
    /// <summary>The method that it is the task of, or else the call that handed it out.</summary>
    public static string Of(Execution execution, Task task) =>
        Method(task.GetType()) is { } method ? $"{SourceNames.Frame(method)} ({method.Module.Assembly.GetName().Name})"
        : TaskSync.Of(execution, task).Origin ?? "a call";

    /// <summary>The task of an async method has the type of its state machine for an argument.</summary>
    private static MethodInfo? Method(Type task) =>
        task.IsGenericType && task.Name.Contains("AsyncStateMachineBox", StringComparison.Ordinal)
            ? task.GetGenericArguments()[^1].GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            : null;
}
