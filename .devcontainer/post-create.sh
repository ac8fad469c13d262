#!/usr/bin/env bash
# Makes a new container ready for the lessons: builds the course, announces its kernel, and says what is there.
# Can be run again at any time; needs the network only for packages that were never restored here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

dotnet build -c Release -v quiet lib/Course
dotnet run -c Release --no-build --project lib/Course -- install
dotnet run -c Release --no-build --project lib/Course -- doctor
