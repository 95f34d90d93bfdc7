namespace Judge.Confining;

/// <summary>
/// A system call that a judge may make once it is confined. The list is what .NET needs to run managed code: what is not
/// on it (a process, a socket, a mount, a signal to another, a call that is yet to be invented) is refused.
/// </summary>
/// <param name="X64">Its number on x86-64; -1 when there is none.</param>
/// <param name="Arm64">Its number on arm64, where there are none of the oldest.</param>
internal readonly record struct SystemCall(int X64, int Arm64)
{
    /// <summary>Makes a thread or a process; the second is refused by its flags.</summary>
    public static readonly SystemCall MakeThread = new(56, 220);

    /// <summary>The same with its flags in memory, where no filter can read them.</summary>
    public static readonly SystemCall MakeThreadByStruct = new(435, 435);

    public static readonly SystemCall SignalThread = new(234, 131);

    public static readonly SystemCall SetAffinity = new(203, 122);

    public static readonly SystemCall SetScheduler = new(144, 119);

    public static readonly SystemCall ProcessControl = new(157, 167);

    public static readonly SystemCall ResourceLimit = new(302, 261);

    public static readonly SystemCall DeviceControl = new(16, 29);

    public static readonly SystemCall FileControl = new(72, 25);

    /// <summary>What <c>send</c> comes to.</summary>
    public static readonly SystemCall SendTo = new(44, 206);

    /// <summary>Allowed whatever their arguments are.</summary>
    public static readonly SystemCall[] Harmless =
    [
        // Files, which the box keeps read-only.
        new(0, 63), // read
        new(19, 65), // readv
        new(17, 67), // pread64
        new(295, 69), // preadv
        new(1, 64), // write
        new(20, 66), // writev
        new(18, 68), // pwrite64
        new(296, 70), // pwritev
        new(3, 57), // close
        new(2, -1), // open
        new(257, 56), // openat
        new(4, -1), // stat
        new(5, 80), // fstat
        new(6, -1), // lstat
        new(262, 79), // newfstatat
        new(332, 291), // statx
        new(137, 43), // statfs
        new(138, 44), // fstatfs
        new(21, -1), // access
        new(269, 48), // faccessat
        new(439, 439), // faccessat2
        new(89, -1), // readlink
        new(267, 78), // readlinkat
        new(8, 62), // lseek
        new(217, 61), // getdents64
        new(79, 17), // getcwd
        new(73, 32), // flock
        new(221, 223), // fadvise64
        new(32, 23), // dup
        new(33, -1), // dup2
        new(292, 24), // dup3
        new(74, 82), // fsync
        new(75, 83), // fdatasync
        // Memory.
        new(9, 222), // mmap
        new(11, 215), // munmap
        new(25, 216), // mremap
        new(10, 226), // mprotect
        new(28, 233), // madvise
        new(12, 214), // brk
        new(27, 232), // mincore
        new(26, 227), // msync
        new(149, 228), // mlock
        new(150, 229), // munlock
        new(324, 283), // membarrier
        new(239, 236), // get_mempolicy
        new(462, 462), // mseal
        // Threads.
        new(202, 98), // futex
        new(449, 449), // futex_waitv
        new(273, 99), // set_robust_list
        new(274, 100), // get_robust_list
        new(218, 96), // set_tid_address
        new(334, 293), // rseq
        new(24, 124), // sched_yield
        new(204, 123), // sched_getaffinity
        new(143, 121), // sched_getparam
        new(145, 120), // sched_getscheduler
        new(146, 125), // sched_get_priority_max
        new(147, 126), // sched_get_priority_min
        new(309, 168), // getcpu
        new(60, 93), // exit
        new(231, 94), // exit_group
        new(219, 128), // restart_syscall
        new(158, -1), // arch_prctl
        new(140, 141), // getpriority
        // Handlers of its own signals.
        new(13, 134), // rt_sigaction
        new(14, 135), // rt_sigprocmask
        new(15, 139), // rt_sigreturn
        new(127, 136), // rt_sigpending
        new(128, 137), // rt_sigtimedwait
        new(131, 132), // sigaltstack
        // Clocks, waiting, and what threads wait on.
        new(228, 113), // clock_gettime
        new(229, 114), // clock_getres
        new(96, 169), // gettimeofday
        new(201, -1), // time
        new(100, 153), // times
        new(35, 101), // nanosleep
        new(230, 115), // clock_nanosleep
        new(7, -1), // poll
        new(271, 73), // ppoll
        new(23, -1), // select
        new(270, 72), // pselect6
        new(22, -1), // pipe
        new(293, 59), // pipe2
        new(290, 19), // eventfd2
        new(291, 20), // epoll_create1
        new(233, 21), // epoll_ctl
        new(232, -1), // epoll_wait
        new(281, 22), // epoll_pwait
        new(441, 441), // epoll_pwait2
        // What it is, and what it uses.
        new(39, 172), // getpid
        new(110, 173), // getppid
        new(186, 178), // gettid
        new(111, -1), // getpgrp
        new(121, 155), // getpgid
        new(124, 156), // getsid
        new(102, 174), // getuid
        new(107, 175), // geteuid
        new(104, 176), // getgid
        new(108, 177), // getegid
        new(115, 158), // getgroups
        new(118, 148), // getresuid
        new(120, 150), // getresgid
        new(63, 160), // uname
        new(99, 179), // sysinfo
        new(98, 165), // getrusage
        new(97, 163), // getrlimit
        new(318, 278), // getrandom
        new(125, 90), // capget
    ];
}
