namespace Benchmarks.Simulation;

/// <content>Those that are about one lock, and those with functions that call others.</content>
internal static partial class SimulatedSctBench
{
    private static IEnumerable<Act> Stack(SimulatedProgram program)
    {
        var (top, flag) = (0, false);
        return program.Together(Push(), Pop());

        IEnumerable<Act> Push()
        {
            for (var i = 0; i < 10; i++)
            {
                yield return program.Enter("gate");
                yield return Act.Read("top");
                yield return Act.Write("top");
                top++;
                yield return Act.Write("flag");
                flag = true;
                yield return program.Exit("gate");
            }
        }

        IEnumerable<Act> Pop()
        {
            for (var i = 0; i < 10; i++)
            {
                yield return program.Enter("gate");
                yield return Act.Read("flag");
                if (flag)
                {
                    yield return Act.Read("top");
                    program.Expect(top > 0);
                    yield return Act.Read("top");
                    yield return Act.Write("top");
                    top--;
                }

                yield return program.Exit("gate");
            }
        }
    }

    private static IEnumerable<Act> TokenRing(SimulatedProgram program)
    {
        int[] x = [0, 1, 2, 1];
        var turns = 0;
        return program.Together(Turn(3, 1, 1), Turn(1, 2, 0), Turn(2, 3, 0), Check());

        IEnumerable<Act> Turn(int from, int to, int more)
        {
            yield return program.Enter("gate");
            yield return Act.Read($"x{from}");
            yield return Act.Write($"x{to}");
            x[to] = (x[from] + more) % 4;
            yield return Act.Read("turns");
            yield return Act.Write("turns");
            turns++;
            yield return program.Exit("gate");
        }

        IEnumerable<Act> Check()
        {
            yield return program.Enter("gate");
            yield return Act.Read("turns");
            program.Expect(turns < 3 || (x[1] == x[2] && x[2] == x[3]));
            yield return program.Exit("gate");
        }
    }

    private static IEnumerable<Act> WrongLock(SimulatedProgram program, int others)
    {
        var data = 0;
        return program.Together([First(), .. Enumerable.Range(0, others).Select(_ => Other())]);

        IEnumerable<Act> First()
        {
            yield return program.Enter("right");
            yield return Act.Read("data");
            var seen = data;
            yield return Act.Read("data");
            var again = data;
            yield return Act.Write("data");
            data = again + 1;
            yield return Act.Read("data");
            program.Expect(data == seen + 1);
            yield return program.Exit("right");
        }

        IEnumerable<Act> Other()
        {
            yield return program.Enter("wrong");
            yield return Act.Read("data");
            var seen = data;
            yield return Act.Write("data");
            data = seen + 1;
            yield return program.Exit("wrong");
        }
    }

    private static IEnumerable<Act> BluetoothDriver(SimulatedProgram program)
    {
        var (pending, stopping, idle, stopped) = (1, false, false, false);
        return program.Together(Stop(), Add());

        IEnumerable<Act> Stop()
        {
            yield return Act.Write("stopping");
            stopping = true;
            foreach (var act in Decrement())
                yield return act;
            yield return Act.Read("idle");
            if (idle)
            {
                yield return Act.Write("stopped");
                stopped = true;
            }
        }

        IEnumerable<Act> Add()
        {
            yield return Act.Read("stopping");
            if (!stopping)
            {
                yield return Act.Write("pending");
                pending++;
                yield return Act.Read("stopped");
                program.Expect(!stopped);
            }

            foreach (var act in Decrement())
                yield return act;
        }

        IEnumerable<Act> Decrement()
        {
            yield return Act.Write("pending");
            if (--pending == 0)
            {
                yield return Act.Write("idle");
                idle = true;
            }
        }
    }

    private static IEnumerable<Act> StringBuffer(SimulatedProgram program)
    {
        var count = 3;
        return program.Together(Change(), Append());

        IEnumerable<Act> Change()
        {
            yield return program.Enter("shared");
            yield return Act.Read("count");
            yield return Act.Read("count");
            yield return Act.Write("count");
            count = 0;
            yield return program.Exit("shared");
            yield return program.Enter("shared");
            yield return Act.Read("count");
            yield return Act.Write("count");
            count = 3;
            yield return program.Exit("shared");
        }

        IEnumerable<Act> Append()
        {
            yield return program.Enter("own");
            yield return program.Enter("shared");
            yield return Act.Read("count");
            var asked = count;
            yield return program.Exit("shared");
            yield return program.Enter("shared");
            yield return Act.Read("count");
            program.Expect(asked <= count);
            yield return program.Exit("shared");
            yield return Act.Read("own count");
            yield return Act.Write("own count");
            yield return program.Exit("own");
        }
    }
}
