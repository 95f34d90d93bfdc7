using Grader.Records;

namespace Grader;

/// <summary>
/// Which submission comes next: each worker stays with a student as long as there is something of hers, so that it can go on with one
/// judge; then it takes one that nobody is at, and at the end it helps others. Thread-safe.
/// </summary>
internal sealed class Turns(IReadOnlyList<Submission> submissions)
{
    private readonly Lock gate = new();
    private readonly LinkedList<int> open = new(Enumerable.Range(0, submissions.Count));
    private readonly HashSet<string> begun = [];

    /// <summary>The number of the next one; null when there is none left.</summary>
    /// <param name="student">Whose the worker's last one was; null at the beginning.</param>
    public int? Next(string? student)
    {
        lock (gate)
        {
            var next = Find(i => submissions[i].Student == student) ?? Find(i => !begun.Contains(submissions[i].Student)) ?? open.First;
            if (next is null)
                return null;
            open.Remove(next);
            begun.Add(submissions[next.Value].Student);
            return next.Value;
        }
    }

    private LinkedListNode<int>? Find(Predicate<int> wanted)
    {
        for (var node = open.First; node is not null; node = node.Next)
        {
            if (wanted(node.Value))
                return node;
        }

        return null;
    }
}
