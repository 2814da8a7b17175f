import { busy } from "./busy";
import { devices } from "./devices";
import { disk } from "./disk";
import { kill } from "./kill";
import { network } from "./network";
import { postgres } from "./postgres";
import type { Scenario } from "./scenario";

/** All there are, in the order in which they are listed. */
export const SCENARIOS: readonly Scenario[] = [kill, busy, disk, postgres, network, devices];
