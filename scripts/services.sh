# To be read in by a POSIX shell at the root of DGAS: what the scripts that start, stop and check the services share.
# Needs a function say, and called_from: the folder that its caller is in.

# Each service: its screen session, its command, and how its status begins while it runs.
SERVICES='dgas_data_collection|data-collection|data collection: running
dgas_prediction_scheduler|scheduler|scheduler: running
dgas_dashboard|dashboard|dashboard: running'

# Whether the service runs, in whatever way it was started.
runs() {
  ./dgas "$1" status --config "$config" 2>/dev/null | grep -q "^$2"
}

# The settings: the argument, as seen from where the script was called, else DGAS_CONFIG, else those of production.
find_config() {
  config=${1:-${DGAS_CONFIG:-$PWD/config/production.yaml}}
  case $config in
    /*) ;;
    *) config=$called_from/$config ;;
  esac
  [ -r "$config" ] || {
    say "the settings $config cannot be read; give their file as the argument, or in DGAS_CONFIG"
    exit 3
  }
}
