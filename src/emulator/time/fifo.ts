/** A queue whose front can be taken in constant time, however long it is. */
export interface Fifo<Item> {
  readonly size: number;
  add(item: Item): void;
  /** The item in front, left where it is. */
  peek(): Item | undefined;
  take(): Item | undefined;
}

export function createFifo<Item>(): Fifo<Item> {
  let items: Item[] = [];
  let head = 0;
  return {
    get size() {
      return items.length - head;
    },
    add: (item) => {
      items.push(item);
    },
    peek: () => items[head],
    take() {
      const item = items[head];
      head += 1;
      if (head > 1024 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
  };
}
