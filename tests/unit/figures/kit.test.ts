import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayIn } from "@/app/_figures/figure";
import { counted, fixed, percent, powerOfTen, scientific, thousands, trimmed } from "@/app/_figures/kit/numbers";

describe("numbers", () => {
  it("keep their decimals, with a true minus sign and none before zero", () => {
    expect([0.5, -3, -0.004, 0].map((value) => fixed(value, 2))).toEqual(["0.50", "−3.00", "0.00", "0.00"]);
  });

  it("are trimmed of zeros at the end", () => {
    expect([0.5, 12, -3.456, -0.004].map((value) => trimmed(value))).toEqual(["0.5", "12", "−3.46", "0"]);
    expect(trimmed(-3.456, 1)).toBe("−3.5");
  });

  it("never have a hyphen for a minus sign, and mean what they are", () => {
    const spelled = (text: string) => Number(text.replace("−", "-"));
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          for (const write of [fixed, trimmed]) {
            expect(write(value, decimals)).not.toContain("-");
            expect(Math.abs(spelled(write(value, decimals)) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
          }
        },
      ),
    );
  });

  it("are percentages of 1", () => {
    expect([percent(0.5), percent(0.125, 1), percent(1)]).toEqual(["50%", "12.5%", "100%"]);
  });

  it("have commas between thousands in English only", () => {
    expect([7, 999, 1000, 100352, 1234567].map(thousands)).toEqual(["7", "999", "1,000", "100,352", "1,234,567"]);
    expect([counted(sayIn("zh"), 3136), counted(sayIn("en"), 3136)]).toEqual(["3136", "3,136"]);
  });

  it("are powers of ten when they are very large or small", () => {
    expect([0, 3, -7, 12].map(powerOfTen)).toEqual(["1", "10³", "10⁻⁷", "10¹²"]);
    expect([0, 0.5, -12.3, 9.54e-7, -25000].map(scientific)).toEqual(["0", "0.5", "−12", "9.5×10⁻⁷", "−2.5×10⁴"]);
  });
});
