namespace Benchmarks.Simulation;

/// <summary>The events of the programs in Corpus.Suites.SctBench, by their published names.</summary>
internal static partial class SimulatedSctBench
{
    public static IReadOnlyDictionary<string, Func<SimulatedProgram, IEnumerable<Act>>> All { get; } =
        new Dictionary<string, Func<SimulatedProgram, IEnumerable<Act>>>
        {
            ["CS/account"] = Account,
            ["CS/lazy01"] = Lazy01,
            ["CS/deadlock01"] = program => program.Together(Nested(program, "a", "b"), Nested(program, "b", "a")),
            ["CS/twostage"] = program => TwoStage(program, 1, 1),
            ["CS/twostage_20"] = program => TwoStage(program, 10, 10),
            ["CS/twostage_100"] = program => TwoStage(program, 99, 1),
            ["CS/reorder_3"] = program => Reorder(program, 2, 1),
            ["CS/reorder_4"] = program => Reorder(program, 3, 1),
            ["CS/reorder_5"] = program => Reorder(program, 4, 1),
            ["CS/reorder_10"] = program => Reorder(program, 9, 1),
            ["CS/reorder_20"] = program => Reorder(program, 10, 10),
            ["CS/reorder_100"] = program => Reorder(program, 99, 1),
            ["CS/stack"] = Stack,
            ["CS/token_ring"] = TokenRing,
            ["CS/wronglock"] = program => WrongLock(program, 7),
            ["CS/wronglock_3"] = program => WrongLock(program, 3),
            ["CS/bluetooth_driver"] = BluetoothDriver,
            ["CB/stringbuffer-jdk1.4"] = StringBuffer,
            ["Chess/WorkStealQueue"] = program => new SimulatedQueue(program).Main(),
        };

    /// <summary>How many executions a strategy needs to a failing one; null when <paramref name="budget"/> of them were not enough.</summary>
    public static int? SchedulesToBug(string name, SimulatedStrategy strategy, int budget)
    {
        for (var tried = 1; tried <= budget; tried++)
        {
            var program = new SimulatedProgram();
            if (program.Run(All[name](program), strategy))
                return tried;
        }

        return null;
    }

    private static IEnumerable<Act> Account(SimulatedProgram program)
    {
        var (balance, deposited, withdrawn) = (1, false, false);
        return program.Together(Check(), Change(2, () => deposited = true), Change(-4, () => withdrawn = true));

        IEnumerable<Act> Check()
        {
            yield return program.Enter("gate");
            yield return Act.Read("deposited");
            if (deposited)
            {
                yield return Act.Read("withdrawn");
                if (withdrawn)
                {
                    yield return Act.Read("balance");
                    program.Expect(balance == 1 - 2 - 4);
                }
            }

            yield return program.Exit("gate");
        }

        IEnumerable<Act> Change(int by, Action done)
        {
            yield return program.Enter("gate");
            yield return Act.Read("balance");
            yield return Act.Write("balance");
            balance += by;
            yield return Act.Write(by > 0 ? "deposited" : "withdrawn");
            done();
            yield return program.Exit("gate");
        }
    }

    private static IEnumerable<Act> Lazy01(SimulatedProgram program)
    {
        var data = 0;
        return program.Together(Add(1), Add(2), Check());

        IEnumerable<Act> Add(int amount)
        {
            yield return program.Enter("gate");
            yield return Act.Read("data");
            yield return Act.Write("data");
            data += amount;
            yield return program.Exit("gate");
        }

        IEnumerable<Act> Check()
        {
            yield return program.Enter("gate");
            yield return Act.Read("data");
            program.Expect(data < 3);
            yield return program.Exit("gate");
        }
    }

    private static IEnumerable<Act> Nested(SimulatedProgram program, string outer, string inner)
    {
        yield return program.Enter(outer);
        yield return program.Enter(inner);
        yield return Act.Read("data");
        yield return Act.Write("data");
        yield return program.Exit(inner);
        yield return program.Exit(outer);
    }

    private static IEnumerable<Act> TwoStage(SimulatedProgram program, int writers, int readers)
    {
        int data1 = 0, data2 = 0;
        return program.Together(
        [
            .. Enumerable.Range(0, writers).Select(_ => Write()), .. Enumerable.Range(0, readers).Select(_ => Read()),
        ]);

        IEnumerable<Act> Write()
        {
            yield return program.Enter("first");
            yield return Act.Write("data1");
            data1 = 1;
            yield return program.Exit("first");
            yield return program.Enter("second");
            yield return Act.Read("data1");
            yield return Act.Write("data2");
            data2 = data1 + 1;
            yield return program.Exit("second");
        }

        IEnumerable<Act> Read()
        {
            yield return program.Enter("first");
            yield return Act.Read("data1");
            if (data1 == 0)
            {
                yield return program.Exit("first");
                yield break;
            }

            yield return Act.Read("data1");
            yield return program.Exit("first");
            yield return program.Enter("second");
            yield return Act.Read("data2");
            var seen = data2;
            yield return program.Exit("second");
            program.Expect(seen == 2);
        }
    }

    private static IEnumerable<Act> Reorder(SimulatedProgram program, int setters, int checkers)
    {
        int a = 0, b = 0;
        return program.Together(
        [
            .. Enumerable.Range(0, setters).Select(_ => Set()), .. Enumerable.Range(0, checkers).Select(_ => Check()),
        ]);

        IEnumerable<Act> Set()
        {
            yield return Act.Write("a");
            a = 1;
            yield return Act.Write("b");
            b = -1;
        }

        IEnumerable<Act> Check()
        {
            yield return Act.Read("a");
            if (a == 0)
            {
                yield return Act.Read("b");
                if (b == 0)
                    yield break;
            }

            yield return Act.Read("a");
            if (a == 1)
                yield return Act.Read("b");
            program.Expect(a == 1 && b == -1);
        }
    }
}
