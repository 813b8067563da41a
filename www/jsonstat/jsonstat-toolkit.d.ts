// What is used of the toolkit, which brings no types of its own.
declare module "jsonstat-toolkit" {
  interface Item {
    label: string | null;
    length: number;
  }

  export interface Category extends Item {
    note: unknown;
    unit: Record<string, unknown> | null;
  }

  export interface Dimension extends Item {
    /** Of the categories, in their order. */
    id: string[];
    role: "time" | "geo" | "metric" | "classification" | null;
    Category(position: number): Category;
  }

  export interface Dataset extends Item {
    /** Of the dimensions, in their order. */
    id: string[];
    size: number[];
    Dimension(position: number): Dimension;
    Data(positions: number[]): { value: unknown; status: unknown };
  }

  /** Changes the object it is given. */
  export default function JSONstat(json: object): Dataset;
}
