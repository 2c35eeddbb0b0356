using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Belfry.Kernel;

/// <summary>How rows become records. A row type is a positional record; columns match by name, underscores aside.</summary>
static class Rows
{
    static readonly Lock Once = new();
    static bool registered;

    public static void Register()
    {
        lock (Once)
        {
            if (registered)
            {
                return;
            }

            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.TypeMapProvider = type => new RowMap(type);
            Add(new Handler<Guid>(value => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value));
            Add(new Handler<DateTimeOffset>(value => value is long micros ? FromMicroseconds(micros) : new DateTimeOffset(DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc))));
            Add(new Handler<DateOnly>(value => value switch
            {
                DateOnly date => date,
                DateTime date => DateOnly.FromDateTime(date),
                _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            }));
            Add(new Handler<bool>(value => value is long number ? number != 0 : (bool)value));
            Add(new Handler<long>(value => value is long number ? number : Convert.ToInt64(value, CultureInfo.InvariantCulture)));
            Add(new Handler<int>(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)));
            Add(new Handler<double>(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)));
            registered = true;
        }
    }

    /// <summary>What a row became, as the type asked for: a driver's integer may be wider or narrower than ours.</summary>
    public static T As<T>(object? row) => row switch
    {
        T right => right,
        null or DBNull => default!,
        _ => (T)Convert.ChangeType(row, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture),
    };

    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10);

    static void Add<T>(Handler<T> handler)
    {
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.AddTypeHandler(handler);
    }

    sealed class Handler<T>(Func<object, T> parse) : SqlMapper.TypeHandler<T>
    {
        public override T Parse(object value) => parse(value);

        public override void SetValue(IDbDataParameter parameter, T? value) => throw new NotSupportedException("Parameters are bound by Parameters.");
    }

    /// <summary>Takes a record's constructor whatever types the driver reports: SQLite reports them by value, not by column.</summary>
    sealed class RowMap(Type type) : SqlMapper.ITypeMap
    {
        readonly DefaultTypeMap usual = new(type);

        public ConstructorInfo? FindConstructor(string[] names, Type[] types) => usual.FindConstructor(names, types);

        public ConstructorInfo? FindExplicitConstructor() =>
            type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null
                ? null
                : type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Where(constructor => !(constructor.GetParameters() is [var only] && only.ParameterType == type))
                    .MaxBy(constructor => constructor.GetParameters().Length);

        public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) => usual.GetConstructorParameter(constructor, columnName);

        public SqlMapper.IMemberMap? GetMember(string columnName) => usual.GetMember(columnName)
            ?? throw new InvalidOperationException($"{type.Name} has no place for column {columnName}.");
    }
}
