using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;

namespace Belfry.Kernel;

/// <summary>An anonymous object as parameters. Enums go as their names (the drivers would store numbers without a word), ids as uuid.</summary>
sealed class Parameters(Dialect dialect, object? values)
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Shapes = new();

    public void AddTo(DbCommand command)
    {
        if (values is null)
        {
            return;
        }

        foreach (var property in Shapes.GetOrAdd(values.GetType(), static type => type.GetProperties()))
        {
            var (type, value) = Plain(property.PropertyType, property.GetValue(values));
            var parameter = command.CreateParameter();
            dialect.Bind(parameter, property.Name, type, value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>As <see cref="Plain"/>, for a value that is there: the usual types need no look at their type.</summary>
    public static object PlainValue(object value) => value switch
    {
        string or long or Guid or byte[] or bool or DateTimeOffset or double or DateOnly => value,
        _ => Plain(value.GetType(), value).Value!,
    };

    /// <summary>The value in one of the types that both databases take: uuid, text, bigint, boolean, timestamptz, date, double, bytea, or an array of those.</summary>
    public static (Type Type, object? Value) Plain(Type declared, object? value)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum)
        {
            return (typeof(string), value?.ToString());
        }

        if (type == typeof(int) || type == typeof(short) || type == typeof(byte))
        {
            return (typeof(long), value is null ? null : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
        {
            return (typeof(Guid), value is null ? null : type.GetProperty("Value")!.GetValue(value));
        }

        if (type != typeof(string) && type != typeof(byte[]) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type))
        {
            return List(value);
        }

        return type == typeof(Guid) || type == typeof(string) || type == typeof(long) || type == typeof(bool) || type == typeof(DateTimeOffset)
            || type == typeof(DateOnly) || type == typeof(double) || type == typeof(byte[])
                ? (type, value)
                : throw new ArgumentException($"{declared} is not a type that both databases store.");
    }

    static (Type Type, object? Value) List(object? value) => value switch
    {
        IEnumerable<Guid> list => (typeof(Guid[]), list.ToArray()),
        IEnumerable<string> list => (typeof(string[]), list.ToArray()),
        IEnumerable<long> list => (typeof(long[]), list.ToArray()),
        System.Collections.IEnumerable list when list.Cast<object>().All(item => item is Enum) => (typeof(string[]), list.Cast<object>().Select(item => item.ToString()).ToArray()),
        System.Collections.IEnumerable list when list.Cast<object>().All(item => Plain(item.GetType(), item).Type == typeof(Guid)) =>
            (typeof(Guid[]), list.Cast<object>().Select(item => (Guid)Plain(item.GetType(), item).Value!).ToArray()),
        _ => throw new ArgumentException($"A list of {value?.GetType()} cannot be a parameter."),
    };
}
