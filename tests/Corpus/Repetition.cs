using System.Globalization;
using System.Runtime.CompilerServices;

namespace Corpus;

/// <summary>What one execution could leave behind for the next. What becomes of each is for the tests to say.</summary>
public static class Repetition
{
    public static void Keys_of_a_weak_table()
    {
        var table = new ConditionalWeakTable<object, string>();
        table.Add(new object(), "a");
        table.TryAdd(new object(), "b");
        table.AddOrUpdate(new object(), "c");
        table.GetOrAdd(new object(), "d");
        Collect();
        Expect(4, table.Count());
        Several();
    }

    public static void The_culture_of_a_thread()
    {
        var own = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        own.NumberFormat.NumberDecimalSeparator = "!";
        Expect("1.5", $"{1.5:N1}");
        Thread.CurrentThread.CurrentCulture = own;
        Expect("1!5", $"{1.5:N1}");
        Task.Run(() => Expect("1!5", $"{1.5:N1}")).Wait();
        Several();
    }

    private static void Collect()
    {
        for (var i = 0; i < 5; i++)
            GC.Collect();
    }

    /// <summary>For more than one execution.</summary>
    private static void Several() => Parallel.Invoke(() => { Thread.Yield(); }, () => { Thread.Yield(); });
}
