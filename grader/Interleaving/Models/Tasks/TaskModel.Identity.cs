using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>
/// The numbers of tasks. The platform counts through the whole process, so its numbers would tell a program how often it
/// has run: here they start at 1 in each execution, in the order in which they are asked for.
/// </content>
internal static partial class TaskModel
{
    private static readonly object NumbersKey = new();

    public static int get_Id(Task self) => Operation.Current is { } operation ? Number(operation, self.Id) : self.Id;

    public static int? get_CurrentId() =>
        Operation.Current is { } operation && Task.CurrentId is { } id ? Number(operation, id) : Task.CurrentId;

    private static int Number(Operation operation, int id)
    {
        var numbers = operation.Execution.State(NumbersKey, static _ => new Dictionary<int, int>());
        if (!numbers.TryGetValue(id, out var number))
            numbers.Add(id, number = numbers.Count + 1);
        return number;
    }
}
