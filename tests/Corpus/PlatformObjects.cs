using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Corpus;

/// <summary>State that lies in objects of the platform, or that the platform reads and writes for the program.</summary>
public static class PlatformObjects
{
    [Correct]
    public static void Node_with_a_lock()
    {
        var node = new LinkedListNode<int>(0);
        Twice(() =>
        {
            lock (node)
                node.Value++;
        });
        Expect(2, node.Value);
    }

    [Broken(FailureKind.DataRace)]
    public static void Node_without_a_lock()
    {
        var node = new LinkedListNode<int>(0);
        Twice(() => node.Value++);
        Expect(2, node.Value);
    }

    /// <summary>The list gets other nodes meanwhile, and this one's value is no part of that.</summary>
    [Correct]
    public static void Value_of_a_node_that_was_found_is_read_without_the_lists_lock()
    {
        var list = new LinkedList<int>([1]);
        var gate = new Lock();
        LinkedListNode<int> node;
        lock (gate)
            node = list.First!;
        Parallel.Invoke(() => Expect(1, node.Value), () =>
        {
            lock (gate)
            {
                list.AddLast(2);
                list.Remove(node);
            }
        });
    }

    [Broken(FailureKind.DataRace)]
    public static void Value_of_a_node_is_written_without_the_lists_lock()
    {
        var list = new LinkedList<int>([1]);
        var gate = new Lock();
        var node = list.First!;
        Parallel.Invoke(() => node.Value = 2, () =>
        {
            lock (gate)
                Expect(true, list.Sum() > 0);
        });
    }

    [Correct]
    public static void Each_its_own_exception() => Twice(() =>
    {
        var failure = new InvalidOperationException { HResult = 1 };
        failure.Data["try"] = 1;
        Expect(1, failure.Data.Count);
    });

    [Broken(FailureKind.DataRace)]
    public static void One_exception_that_both_fill_in()
    {
        var failure = new InvalidOperationException();
        Together(() => failure.Data["first"] = 1, () => failure.Data["second"] = 2);
        Expect(2, failure.Data.Count);
    }

    [Correct]
    public static void Format_that_is_cloned_to_be_changed()
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = "," };
        Twice(() =>
        {
            var mine = (NumberFormatInfo)format.Clone();
            mine.NumberDecimalDigits = 1;
            Expect("1,5", 1.5.ToString("N", mine));
        });
    }

    [Broken(FailureKind.DataRace)]
    public static void Format_that_is_changed_where_it_is()
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = "," };
        Together(
            () => format.NumberDecimalDigits = 1,
            () => Expect("1,50", 1.5.ToString("N" + format.NumberDecimalDigits, format)));
    }

    [Correct]
    public static void Log_with_a_lock()
    {
        var memory = new MemoryStream();
        var log = new StreamWriter(memory);
        Twice(() =>
        {
            lock (log)
                log.Write("line;");
        });
        log.Flush();
        Expect(10, memory.Length);
    }

    [Broken(FailureKind.DataRace)]
    public static void Log_without_a_lock()
    {
        var memory = new MemoryStream();
        var log = new StreamWriter(memory);
        Twice(() => log.Write("line;"));
        log.Flush();
        Expect(10, memory.Length);
    }

    [Correct]
    public static void Record_written_under_a_lock()
    {
        var file = new MemoryStream();
        Together(() => Append(1), () => Append(2));
        Expect(8, file.Length);

        void Append(int number)
        {
            lock (file)
                new BinaryWriter(file).Write(number);
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Record_written_by_two_writers_over_one_stream()
    {
        var file = new MemoryStream();
        Together(() => new BinaryWriter(file).Write(1), () => new BinaryWriter(file).Write(2));
        Expect(8, file.Length);
    }

    [Correct]
    public static void Each_half_of_a_buffer()
    {
        var buffer = new byte[8];
        Together(() => BitConverter.TryWriteBytes(buffer.AsSpan(0, 4), 1), () => BitConverter.TryWriteBytes(buffer.AsSpan(4, 4), 2));
        Expect(3, BitConverter.ToInt32(buffer, 0) + BitConverter.ToInt32(buffer, 4));
    }

    [Broken(FailureKind.DataRace)]
    public static void Buffer_read_while_it_is_filled()
    {
        var buffer = new byte[8];
        Together(() => BitConverter.TryWriteBytes(buffer, 0x0101010101010101), () => Expect(BitConverter.ToInt64(buffer, 0) is 0 or 0x0101010101010101));
    }

    [Correct]
    public static void Text_rented_for_each()
    {
        var lengths = new int[2];
        Together(() => lengths[0] = Format(7), () => lengths[1] = Format(42));
        Expect(3, lengths.Sum());

        static int Format(int number)
        {
            var text = new char[9];
            return number.TryFormat(text, out var length) && new string(text, 0, length) == $"{number}" ? length : -1;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Text_formatted_into_one_buffer()
    {
        var text = new char[9];
        Together(() => Expect("7", Format(7)), () => Expect("42", Format(42)));

        string Format(int number) => number.TryFormat(text, out var length) ? new string(text, 0, length) : "";
    }

    [Correct]
    public static void Bytes_encoded_before_they_are_shared()
    {
        var bytes = new byte[3];
        Encoding.UTF8.GetBytes("abc", bytes);
        Twice(() => Expect("abc", Encoding.UTF8.GetString(bytes)));
    }

    [Broken(FailureKind.DataRace)]
    public static void Bytes_decoded_while_they_are_encoded()
    {
        var bytes = new byte[3];
        Together(() => Encoding.UTF8.GetBytes("abc", bytes), () => Encoding.UTF8.GetString(bytes));
    }

    [Correct]
    public static void Items_taken_from_one_enumerator_under_a_lock()
    {
        var numbers = Enumerable.Range(1, 3).GetEnumerator();
        int sum = 0;
        Twice(() =>
        {
            while (Next() is { } number)
                Interlocked.Add(ref sum, number);
        });
        Expect(6, sum);

        int? Next()
        {
            lock (numbers)
                return numbers.MoveNext() ? numbers.Current : null;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Items_taken_from_one_enumerator()
    {
        var numbers = Enumerable.Range(1, 3).GetEnumerator();
        int sum = 0;
        Twice(() =>
        {
            while (numbers.MoveNext())
                Interlocked.Add(ref sum, numbers.Current);
        });
        Expect(6, sum);
    }

    [Correct]
    public static void Cache_behind_a_weak_reference_with_a_lock()
    {
        var cache = new WeakReference<object>(0);
        Twice(() =>
        {
            lock (cache)
            {
                cache.TryGetTarget(out var before);
                cache.SetTarget((int)before! + 1);
            }
        });
        Expect(cache.TryGetTarget(out var last) && last is 2);
    }

    [Broken(FailureKind.Assertion)]
    public static void Cache_behind_a_weak_reference()
    {
        var cache = new WeakReference<object>(0);
        Twice(() =>
        {
            cache.TryGetTarget(out var before);
            cache.SetTarget((int)before! + 1);
        });
        Expect(cache.TryGetTarget(out var last) && last is 2);
    }

    /// <summary>Started before and stopped after: meanwhile all only look.</summary>
    [Correct]
    public static void Stopwatch_that_several_read()
    {
        var watch = Stopwatch.StartNew();
        Twice(() => Expect(true, watch.IsRunning && watch.Elapsed >= TimeSpan.Zero));
        watch.Stop();
    }

    [Broken(FailureKind.DataRace)]
    public static void Stopwatch_that_one_restarts_while_another_reads()
    {
        var watch = Stopwatch.StartNew();
        Parallel.Invoke(watch.Restart, () => Expect(true, watch.Elapsed >= TimeSpan.Zero));
    }
}
