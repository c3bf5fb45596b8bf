/** Which text of a screen explains which word: the first that asked, until it leaves. */
export class Claims {
  private readonly owners = new Map<string, object>()

  /** Those of the words that this text explains from now on. */
  claim(owner: object, ids: readonly string[]): Set<string> {
    const granted = ids.filter(id => (this.owners.get(id) ?? owner) === owner)
    for (const id of granted) this.owners.set(id, owner)
    return new Set(granted)
  }

  release(owner: object): void {
    for (const [id, held] of this.owners) if (held === owner) this.owners.delete(id)
  }
}
