namespace Interleaving.Models.Tasks;

[Models(typeof(TaskExtensions))]
internal static class TaskExtensionsModel
{
    public static Task Unwrap(Task<Task> task) => TaskCombinators.Unwrap(task);

    public static Task<T> Unwrap<T>(Task<Task<T>> task) => TaskCombinators.Unwrap(task);
}
