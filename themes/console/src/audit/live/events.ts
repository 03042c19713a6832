/** A server-sent event (WHATWG HTML, section 9.2). */
export interface ServerEvent {
  /** What the stream is continued behind. */
  readonly id: string;
  readonly name: string;
  readonly data: string;
}

/**
 * Reads events as they come, in pieces that end anywhere.
 *
 * @returns takes a piece, and gives the events that are complete with it
 */
export function eventReader(): (piece: string) => ServerEvent[] {
  let rest = "";
  let lastId = "";
  return (piece) => {
    // A line may end with CR LF, of which the second has not come yet.
    const text = (rest + piece).replaceAll("\r\n", "\n");
    const blocks = text.split("\n\n");
    rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => {
      const event = read(block, lastId);
      lastId = event.id;
      return event.data === "" ? [] : [event];
    });
  };
}

function read(block: string, lastId: string): ServerEvent {
  let id = lastId;
  let name = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") {
      data.push(value);
    } else if (field === "id") {
      id = value;
    } else if (field === "event") {
      name = value;
    }
  }
  return { id, name, data: data.join("\n") };
}
