const INDENT = 2

/** A value under its title, as text. */
export function Json({ title, value }: { title: string; value: unknown }) {
  return (
    <>
      <h3>{title}</h3>
      <pre className="json">{JSON.stringify(value, null, INDENT)}</pre>
    </>
  )
}
