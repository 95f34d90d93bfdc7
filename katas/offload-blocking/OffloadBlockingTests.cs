using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking;

[TestFixture]
public sealed class OffloadBlockingTests
{
    [Test, Interleaved]
    public void One_sensor_is_read()
    {
        var hub = new SensorHub(new Driver(), workers: 1);

        Loop.Run(async () => (await hub.ReadAsync(7)).ShouldBe(70, "The hub must return what the driver answered."));
    }

    [Test, Interleaved]
    public void Readings_come_in_the_order_of_the_sensors()
    {
        var driver = new Driver { Duration = sensor => TimeSpan.FromSeconds(4 - sensor) };
        var hub = new SensorHub(driver, workers: 3);

        Loop.Run(async () => (await hub.ReadAllAsync([1, 2, 3])).ShouldBe([10, 20, 30],
            "Sensor 3 answers first and sensor 1 last, but each reading must be at its sensor's position."));
    }

    [Test, Interleaved]
    public void Two_blocking_reads_of_two_seconds_take_two_seconds()
    {
        var hub = new SensorHub(new Driver { Duration = _ => TimeSpan.FromSeconds(2) }, workers: 2);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            await hub.ReadAllAsync([1, 2]);
            watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(2),
                "There are two workers for two reads: both can wait at the same time. Four seconds means that the "
                + "second read only started when the first one was over.");
        });
    }

    [Test, Interleaved]
    public void The_loop_ticks_while_the_driver_blocks()
    {
        var hub = new SensorHub(new Driver { Duration = _ => TimeSpan.FromSeconds(2) }, workers: 1);

        Loop.Run(async () =>
        {
            var ticks = new List<double>();
            var clock = TickAsync(ticks, 8);
            await hub.ReadAllAsync([1, 2]);
            await clock;
            ticks.ShouldBe([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4],
                "The loop should tick every half second while the driver blocks. A late tick means that "
                + "the loop's own thread was inside the driver, or was waiting for a thread that was.");
        });
    }

    [Test, Interleaved]
    public void Five_reads_through_two_workers_never_crowd_the_driver()
    {
        var driver = new Driver { Duration = _ => TimeSpan.FromSeconds(1) };
        var hub = new SensorHub(driver, workers: 2);

        Loop.Run(() => hub.ReadAllAsync([1, 2, 3, 4, 5]));

        driver.Peak.ShouldBe(2, "Two workers mean two calls inside the driver at the busiest moment: "
            + "more would overload the bus, and fewer would leave a worker idle.");
    }

    [Test, Interleaved]
    public void A_queued_read_that_is_cancelled_never_reaches_the_driver()
    {
        var driver = new Driver { Duration = _ => TimeSpan.FromSeconds(2) };
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            var running = hub.ReadAsync(1);
            await Task.Delay(TimeSpan.FromSeconds(0.5)); // by now the only worker is inside the driver
            var queued = hub.ReadAsync(2, impatience.Token);

            await Should.ThrowAsync<OperationCanceledException>(() => queued,
                "The caller gave up while its read was queued, so the read must end as cancelled.");
            (await running).ShouldBe(10, "The cancellation of another read is no reason to lose this reading.");
        });

        driver.Asked.ShouldBe([1], "Nobody wants the queued reading any more, yet the driver was asked for it.");
    }

    [Test, Interleaved]
    public void A_read_that_is_cancelled_before_the_start_never_reaches_the_driver()
    {
        var driver = new Driver();
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            await Should.ThrowAsync<OperationCanceledException>(() => hub.ReadAsync(1, new CancellationToken(canceled: true)),
                "The caller had cancelled before it asked, so the read must end as cancelled.");
            (await hub.ReadAsync(2)).ShouldBe(20, "The only worker is free: the cancelled read never had it.");
        });

        driver.Asked.ShouldBe([2], "Nobody wanted the first reading, yet the driver was asked for it.");
    }

    [Test, Interleaved]
    public void A_failed_read_tells_its_caller_and_gives_its_worker_back()
    {
        var failure = new IOException("sensor 1 is silent");
        var driver = new Driver { Duration = _ => TimeSpan.FromSeconds(1), Failure = sensor => sensor == 1 ? failure : null };
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            var seen = await Should.ThrowAsync<IOException>(() => hub.ReadAsync(1), "The driver failed, and the caller must see that failure.");
            seen.ShouldBeSameAs(failure, "The caller should get the driver's own exception.");

            var next = hub.ReadAsync(2);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMinutes(1)));
            next.IsCompleted.ShouldBeTrue("A minute later the next read is still waiting: the failed read has kept the only worker.");
            (await next).ShouldBe(20, "The hub must return what the driver answered.");
        });
    }

    private static async Task TickAsync(List<double> ticks, int count)
    {
        var watch = Stopwatch.StartNew();
        while (ticks.Count < count)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            ticks.Add(watch.Elapsed.TotalSeconds);
        }
    }

    private sealed class Driver : ISensorDriver
    {
        private readonly Lock _lock = new();
        private readonly List<int> _asked = [];
        private int _inside;
        private int _peak;

        public Func<int, TimeSpan> Duration { get; init; } = _ => TimeSpan.Zero;

        public Func<int, Exception?> Failure { get; init; } = _ => null;

        public int Peak
        {
            get
            {
                lock (_lock)
                    return _peak;
            }
        }

        public int[] Asked
        {
            get
            {
                lock (_lock)
                    return [.. _asked];
            }
        }

        public int Read(int sensor)
        {
            lock (_lock)
            {
                _asked.Add(sensor);
                _peak = Math.Max(_peak, ++_inside);
            }

            Thread.Sleep(Duration(sensor));
            lock (_lock)
                _inside--;
            return Failure(sensor) is { } failure ? throw failure : sensor * 10;
        }
    }

    /// <summary>The smallest loop there is: one thread takes one callback after another from one queue.</summary>
    private sealed class Loop : SynchronizationContext
    {
        private readonly Queue<Action> _callbacks = [];

        public static void Run(Func<Task> main)
        {
            var loop = new Loop();
            var outer = Current;
            SetSynchronizationContext(loop);
            try
            {
                var done = main();
                done.ContinueWith(_ => loop.Post(_ => { }, null), TaskScheduler.Default);
                while (!done.IsCompleted)
                    loop.Take()();
                done.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(outer);
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_callbacks)
            {
                _callbacks.Enqueue(() => d(state));
                Monitor.Pulse(_callbacks);
            }
        }

        private Action Take()
        {
            lock (_callbacks)
            {
                while (_callbacks.Count == 0)
                    Monitor.Wait(_callbacks);
                return _callbacks.Dequeue();
            }
        }
    }
}
