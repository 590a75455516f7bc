import { endKeptProcesses, keepProcesses } from '../../scripts/workbench/forge/warmProcesses';

beforeAll(keepProcesses);
afterAll(endKeptProcesses);
